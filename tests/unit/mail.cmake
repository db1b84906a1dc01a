add_library(smtp_talk STATIC smtptalk.cpp smtptalk.h)
target_link_libraries(smtp_talk PUBLIC reserve_options reserve_mail)

foreach(part IN ITEMS commands content extensions conduct)
  reserve_add_test(tst_smtpsession_${part} LINKS reserve_mail smtp_talk LABELS unit)
endforeach()
