add_library(recorded_exchange STATIC recordedexchange.cpp recordedexchange.h)
target_link_libraries(recorded_exchange PUBLIC reserve_options reserve_exchange Qt6::Test)

reserve_add_test(tst_oauthtoken LINKS reserve_exchange recorded_exchange LABELS unit)
reserve_add_test(tst_mailgateway LINKS reserve_exchange recorded_exchange LABELS unit)
reserve_add_test(tst_tokenthrottling LINKS reserve_exchange recorded_exchange LABELS unit)

add_library(graph_rig STATIC graphmeetings.cpp graphmeetings.h graphrig.cpp graphrig.h)
target_link_libraries(graph_rig PUBLIC recorded_exchange reserve_test_support)
reserve_add_test(tst_graphbounds LINKS reserve_exchange graph_rig LABELS unit)

foreach(part IN ITEMS busytimes cancel create gateway list recurrence respond responses sending update versions)
  reserve_add_test(tst_graph${part} LINKS reserve_exchange graph_rig LABELS unit)
endforeach()
