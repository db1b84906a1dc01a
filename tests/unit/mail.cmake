add_library(smtp_talk STATIC smtptalk.cpp smtptalk.h)
target_link_libraries(smtp_talk PUBLIC reserve_options reserve_mail)

add_library(mail_samples STATIC mailsamples.cpp mailsamples.h)
target_link_libraries(mail_samples PUBLIC reserve_options Qt6::Core)

foreach(part IN ITEMS commands content extensions conduct)
  reserve_add_test(tst_smtpsession_${part} LINKS reserve_mail smtp_talk LABELS unit)
endforeach()
reserve_add_test(tst_messagereader LINKS reserve_mail mail_samples LABELS unit)
reserve_add_test(tst_messagereader_limits LINKS reserve_mail mail_samples LABELS unit)
reserve_add_test(tst_mailclassification LINKS reserve_mail mail_samples LABELS unit)
