/** Terms that the proof cannot miss, and why: each is said twice, here and in what it rests on. A gap of the world does not belong here. */
export const redundant: readonly (readonly [RegExp, string])[] = [
  [/ demonstration_enters with check: without .*ctx_actor/, 'the setting that says it is a demonstration is read by nobody without a context'],
  [/^assignment assigned with check: without .*barred_persons/, 'whoever is barred does not see the person, and nobody is barred from whom she enters in this moment'],
  [/^bar (officer|supervisor)_ends using: without \(account_id <> /, 'her own live bar hides the person and the bar'],
  [/^bar (officer|supervisor)_ends with check: without \(ended_at IS NOT NULL/, 'a constraint ties the moment of the end to who ended it'],
  [/^consent_scan added with check: without \((EXISTS \( SELECT FROM access\.person|p\.)/, 'a consent is read in the agency that holds the record alone'],
  [/^hand_off confirmed with check: without \(\( SELECT platform\.ctx_has.*clinician/, 'whoever reads a hand-over has one of these roles; a blind change meets those of other agencies'],
  [/^(intake kept|outreach moved) with check: without \(agency_id = |^service own_kept with check: without .*own_organizations|^person_pair suggested_changes with check: or true/, 'nobody has the right to change that column'],
  [/^(person_\w+ (kept|kept_on|written)|stay written) .*barred_persons/, 'whoever is barred does not see the person whom the row must be about'],
  [/^person_\w+ kept_on using: without \(agency_id = /, 'a row names the agency of its person: it can be entered no other way'],
  [/^person_(identity|contact) kept_on using: without \((EXISTS|p\.)/, 'person_alias proves the same text; here the primary key stands in the way of trying'],
];
export const isRedundant = (label: string): boolean => redundant.some(([pattern]) => pattern.test(label));
