/** Each number that whoever has no account can read, by what it is. A count of people stands here only as the gate left it. A new one is added by a reviewer. */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  'Order, versions, times, sizes, places and rules: about things, not about people.': [
    'access.access_point.ages', 'access.access_point.levels', 'access.access_point.position', 'access.access_point.professions',
    'access.access_point.triage', 'access.cost_option.amount', 'access.location.latitude', 'access.location.longitude', 'access.organization.sources',
    'access.phone.extension', 'access.phone.position', 'access.schedule.interval', 'access.schedule.position', 'access.service.maximum_age',
    'access.service.minimum_age', 'access.service.sources', 'access.taxonomy_term.position', 'engagement.bulletin.number',
    'engagement.bulletin_line.position', 'engagement.criterion.position', 'engagement.criterion.version', 'engagement.criterion.weight',
    'engagement.event.minutes_long', 'engagement.event.revision', 'engagement.open311_service.attributes', 'engagement.open311_service.position',
    'engagement.survey_version.number', 'engagement.survey_version.questionnaire',
    'engagement.voice_report.version', 'governance.agenda_item.position', 'governance.body.position', 'governance.meeting.minutes_long',
    'governance.meeting.number', 'governance.meeting.year', 'governance.paper.size', 'governance.published_body.position', 'governance.seat.position',
    'insight.figure.position', 'insight.figure_definition.position', 'insight.figure_definition.version', 'insight.publication_number.position',
    'insight.publication_number.sequence', 'insight.publication_number.year', 'insight.publication_step.position', 'plan.area.position',
    'plan.community.settings', 'plan.domain.position', 'plan.duty.position', 'plan.duty_group.position', 'plan.duty_rule.term', 'plan.plan.about',
    'plan.priority.position', 'plan.priority_fact.position', 'plan.published_community.departments', 'plan.published_fact.position',
    'insight.alert_area.position', 'insight.alert_level.place', 'insight.alert_rule.options', 'insight.alert_rule.position', 'insight.alert_rule.version',
    'insight.alert_series.delay_weeks', 'insight.alert_series.position', 'insight.figure_made.dataset_version', 'insight.figure_made.schema_version',
    'insight.indicator.frequency_months', 'insight.indicator.lag_days', 'insight.indicator.position', 'insight.indicator.version', 'insight.statement.position',
    'plan.published_area.position', 'plan.published_community.municipalities', 'plan.published_domain.position',
    'plan.published_priority.position', 'plan.topic.position', 'platform.setting.value',
  ],
  'Rows that their own policies open: the own answers under a code, a published issue, a published draw; no count.': [
    'access.draw.lots', 'engagement.issue.lat', 'engagement.issue.long', 'engagement.subscriber.consent', 'engagement.survey_draft.answers',
  ],
  'Room, not people: what a service or a meeting says that it can take.': [
    'access.service_capacity.available', 'access.service_capacity.maximum', 'engagement.event.capacity',
  ],
  'Counts of the census, rounded by Statistics Canada.': [
    'engagement.census_margin.people', 'engagement.census_margin.position', 'engagement.census_margin.year',
  ],
  'What published reports and pages say, of figures and records that are public.': [
    'engagement.consultation.facts', 'insight.publication_version.documents', 'insight.publication_version.hashes',
    'plan.published_milestone.days_past_due', 'plan.published_milestone.evidence',
  ],
  'Counts of people that passed the gate (insight.release): protected before they are written.': [
    'engagement.survey_result.results', 'engagement.voice_report.content', 'insight.published_count.keys', 'insight.published_count.value', 'insight.release.base', 'insight.release.k',
    'insight.release.withheld', 'insight.release_cell.keys', 'insight.release_cell.position', 'insight.release_cell.value',
    'insight.release_cube.base', 'insight.release_cube.k', 'insight.release_cube.labels',
  ],
  'Counts of overdoses, protected before they are written (opioid-report/protect).': ['insight.overdose_release.k', 'insight.overdose_release.published'],
  'How often a rule speaks by chance in a year, simulated for the whole community; not the counts that it rests on.': ['insight.alert_rate.per_year'],
  'Numbers that other publishers printed, or that the plan states with their source; a withheld one has no value (constraint figure_withheld).': [
    'insight.figure.interval_high', 'insight.figure.interval_level', 'insight.figure.interval_low', 'insight.figure.number', 'insight.figure_made.inputs',
    'insight.indicator.target_value',
  ],
};
export const reviewedPublicNumbers: readonly string[] = Object.values(reviewed).flat();

/** Functions that give rows under a code, a link or a key that the asker shows, published issues one by one, and how many places a meeting still has. None counts people. */
export const reviewedPublicFunctions: readonly string[] = [
  'access.followed_intake', 'access.followed_referral', 'access.linked_referral', 'access.outreach_agencies', 'access.read_linked',
  'engagement.cancel_registration', 'engagement.change_registration', 'engagement.list_open311', 'engagement.own_registration', 'engagement.places_left', 'engagement.register',
  'engagement.sign_up', 'identity.begin_sign_in', 'identity.find_oidc_provider', 'identity.find_passkey', 'identity.take_oidc_request',
];
