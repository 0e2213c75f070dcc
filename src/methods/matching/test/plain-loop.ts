import type { Profile, ServiceRules } from '../service-rules.ts';

/** Which rules a service fails and which it leaves open for somebody, written as one would say them: what the method is compared with. */
export function judgePlainly(service: ServiceRules, person: Profile): { failed: string[]; ask: string[] } {
  const failed: string[] = [];
  const ask: string[] = [];
  if (person.needs && person.needs.length > 0 && !person.needs.some((need) => service.needs.includes(need))) failed.push('need');
  const youngest = typeof person.age === 'object' ? person.age[0] : person.age;
  const oldest = typeof person.age === 'object' ? person.age[1] : person.age;
  if (service.minimumAge !== null && service.minimumAge > 0) {
    if (oldest !== undefined && oldest < service.minimumAge) failed.push('age-below');
    else if (youngest === undefined || youngest < service.minimumAge) ask.push('age-below');
  }
  if (service.maximumAge !== null) {
    const tooOld = (age: number) => age >= Math.floor(service.maximumAge ?? 0) + 1;
    if (youngest !== undefined && tooOld(youngest)) failed.push('age-above');
    else if (oldest === undefined || tooOld(oldest)) ask.push('age-above');
  }
  if (service.areas !== 'everywhere') {
    if (service.areas === null || person.municipality === undefined) ask.push('area');
    else if (!service.areas.includes(person.municipality)) failed.push('area');
  }
  if (person.languages && person.languages.length > 0) {
    if (service.languages === null) ask.push('language');
    else if (!person.languages.some((language) => service.languages?.includes(language))) failed.push('language');
  }
  if (person.mostPayable !== undefined) {
    if (service.lowestCost === null) ask.push('cost');
    else if (service.lowestCost > person.mostPayable) failed.push('cost');
  }
  const { openAt } = person;
  if (openAt !== undefined) {
    if (service.hours === null) ask.push('closed');
    else {
      const open = service.hours.some(({ day, from, to }) => [openAt, openAt + 7 * 1440].some((minute) => day * 1440 + from <= minute && minute < day * 1440 + to));
      if (!open) failed.push('closed');
    }
  }
  for (const condition of service.conditions) {
    const holds = person.facts?.[condition];
    if (holds === false) failed.push(`condition ${condition}`);
    else if (holds === undefined) ask.push(`condition ${condition}`);
  }
  return { failed, ask };
}
