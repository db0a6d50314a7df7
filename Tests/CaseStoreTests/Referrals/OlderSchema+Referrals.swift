extension OlderSchema {
  /// Takes back the step of referrals, visits, social care and safeguarding.
  static let undoing11 = """
    DROP TABLE safeguarding_person; DROP TABLE safeguarding; DROP TABLE social_care_record; DROP TABLE meeting_question;
    DROP TABLE care_entry_word; DROP TABLE care_entry_person; DROP TABLE care_entry; DROP TABLE avoided_event;
    DROP TABLE referral_response; DROP TABLE referral; DELETE FROM setting WHERE key = 'sw.service_days'
    OR key LIKE 'rapid.service%' OR key LIKE 'geriatrician.%' OR key LIKE 'referral.%';
    """
}
