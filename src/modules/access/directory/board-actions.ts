import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Change, type Edited, insertChanges, markChecked, setCapacity, updateEntry } from './board-queries.ts';
import { editedOf } from './edit-input.ts';
import type { CapacityCode } from './offer.ts';
import type { FullService } from './read.ts';

type Keeper = { readonly account: string; readonly by: Bilingual };

/** Says that an entry is right as of today. */
export async function checkEntry(scope: Scope, id: string, keeper: Keeper): Promise<void> {
  await markChecked(scope, id, keeper.by, keeper.account);
}

/** Says how much room there is; whoever knows that has checked the entry. */
export async function reportRoom(scope: Scope, id: string, keeper: Keeper, code: CapacityCode, available: number): Promise<void> {
  const before = await setCapacity(scope, id, code, available);
  await markChecked(scope, id, keeper.by, keeper.account);
  await insertChanges(scope, id, keeper.by.en, before === code ? [] : [{ field: 'capacity', from: before, to: code }]);
  await writeAudit(scope, { action: 'access.report-room', subject: { kind: 'service', id }, detail: { from: before, to: code, available } });
}

/** Changes an entry, says in its history what changed, and counts as a check. */
export async function changeEntry(scope: Scope, service: FullService, keeper: Keeper, edited: Edited): Promise<void> {
  const before = editedOf(service, scope.today);
  const text = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
  const fields = ['name', 'description', 'status', 'minimumAge', 'maximumAge', 'eligibility', 'how', 'takesReferrals', 'phone', 'hours'] as const;
  const changes = fields.flatMap((field): Change[] => {
    const [from, to] = [text(before[field]), text(edited[field])];
    return from === to || (field === 'hours' && edited.hours === undefined) ? [] : [{ field: hsdsFields[field], from, to }];
  });
  await updateEntry(scope, service.row.id, edited, keeper.by, keeper.account);
  await insertChanges(scope, service.row.id, keeper.by.en, changes);
  await writeAudit(scope, { action: 'access.change-service', subject: { kind: 'service', id: service.row.id }, detail: { fields: changes.map(({ field }) => field).join(' ') } });
}

const hsdsFields = {
  name: 'name', description: 'description', status: 'status', minimumAge: 'minimum_age', maximumAge: 'maximum_age', eligibility: 'eligibility_description', how: 'application_process', takesReferrals: 'takes_referrals', phone: 'phones', hours: 'schedules',
} as const;
