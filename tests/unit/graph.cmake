add_library(recorded_exchange STATIC recordedexchange.cpp recordedexchange.h)
target_link_libraries(recorded_exchange PUBLIC reserve_options reserve_exchange Qt6::Test)

reserve_add_test(tst_oauthtoken LINKS reserve_exchange recorded_exchange LABELS unit)
