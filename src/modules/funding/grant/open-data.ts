import { stringify } from 'csv-stringify/sync';
import { safe } from '../application/export.ts';
import type { Award } from '../award/queries.ts';
import { type Cents, decimalOf } from '../money.ts';
import type { PastGrant } from './queries.ts';

export type OpenGrant = {
  readonly id: string; readonly title: string; readonly description: string; readonly amount: Cents; readonly asked: Cents | undefined; readonly paid: Cents | undefined; readonly awardedOn: string; readonly startsOn: string | undefined; readonly endsOn: string | undefined;
  readonly recipient: { readonly id: string; readonly name: string; readonly charityNumber: string | undefined }; readonly places: readonly string[]; readonly programme: string; readonly openCall: boolean | undefined; readonly demonstration: boolean;
};
export type Publisher = { readonly prefix: string; readonly funder: string; readonly place: (slug: string) => string; readonly url: string; readonly now: Date };

/** An id of an organisation that has none in a register: after the publisher, as the standard says for those. */
function organisationId(prefix: string, name: string, registration: string): string {
  const charity = registration.replaceAll(' ', '');
  if (/^\d{9}RR\d{4}$/.test(charity)) return `CA-CRA_ACR-${charity}`;
  return `${prefix}-org-${name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

/** Grants of this program and of earlier years that can be published: those whose amount is known. */
export function openGrants(awards: readonly Award[], past: readonly PastGrant[], paid: ReadonlyMap<string, Cents>, { prefix }: Publisher): OpenGrant[] {
  const own = awards.map((one): OpenGrant => ({
    id: `${prefix}-${one.number}`, title: one.title, description: one.summary, amount: one.amount, asked: undefined, paid: paid.get(one.id) ?? 0, awardedOn: one.awardedOn, startsOn: one.startsOn, endsOn: one.endsOn,
    recipient: { id: organisationId(prefix, one.recipient, one.registration), name: one.recipient, charityNumber: /^\d{9}RR\d{4}$/.test(one.registration.replaceAll(' ', '')) ? one.registration.replaceAll(' ', '') : undefined },
    places: one.municipalities, programme: one.fromReserve ? `${one.fundYear} reserve` : String(one.fundYear), openCall: !one.fromReserve, demonstration: one.demonstration,
  }));
  const earlier = past.flatMap((one): OpenGrant[] => (one.amount === undefined ? [] : [{
    id: `${prefix}-past-${one.slug}`, title: one.purpose?.en ?? `Grant to ${one.recipient}`, description: `${one.purpose?.en ?? `Grant to ${one.recipient}`}.${one.approximate ? ' The day of the award is about this one: the source does not give it.' : ''}`, amount: one.amount, asked: undefined, paid: undefined,
    awardedOn: one.awardedOn, startsOn: undefined, endsOn: undefined, recipient: { id: organisationId(prefix, one.recipient, ''), name: one.recipient, charityNumber: undefined }, places: [], programme: String(one.fundYear), openCall: undefined, demonstration: false,
  }]));
  return [...own, ...earlier];
}

/** A package of the 360Giving Data Standard 1.4: https://standard.threesixtygiving.org/ . A number of JSON says an amount of money exactly to the cent. */
export function packageOf(grants: readonly OpenGrant[], publisher: Publisher) {
  const { prefix, funder, url, now } = publisher;
  return {
    version: '1.4', title: `Grants of ${funder}`, identifier: `${prefix}-grants`, publisher: { identifier: `${prefix}-funder`, name: funder }, downloadURL: url, license: 'https://creativecommons.org/licenses/by/4.0/', modified: now.toISOString(),
    grants: grants.map((one) => ({
      id: one.id, title: one.title, description: one.demonstration ? `${one.description} (demonstration: made up)` : one.description, currency: 'CAD', amountAwarded: Number(decimalOf(one.amount)), ...(one.paid === undefined ? {} : { amountDisbursed: Number(decimalOf(one.paid)) }),
      awardDate: one.awardedOn, ...(one.startsOn ? { plannedDates: [{ startDate: one.startsOn, endDate: one.endsOn }] } : {}),
      recipientOrganization: [{ id: one.recipient.id, name: one.recipient.name, ...(one.recipient.charityNumber ? { charityNumber: one.recipient.charityNumber } : {}) }],
      fundingOrganization: [{ id: `${prefix}-funder`, name: funder }], ...(one.places.length > 0 ? { beneficiaryLocation: one.places.map((slug) => ({ name: publisher.place(slug), countryCode: 'CA' })) } : {}),
      grantProgramme: [{ code: one.programme, title: `Community fund ${one.programme}` }], ...(one.openCall === undefined ? {} : { fromOpenCall: one.openCall ? 'Yes' : 'No' }),
    })),
  };
}

export function grantsCsv(grants: readonly OpenGrant[], publisher: Publisher): string {
  const rows = grants.map((one) => [one.id, safe(one.title), safe(one.description), 'CAD', decimalOf(one.amount), one.paid === undefined ? '' : decimalOf(one.paid), one.awardedOn, one.startsOn, one.endsOn, one.recipient.id, safe(one.recipient.name), one.places.map(publisher.place).join('; '), one.programme, one.demonstration ? 'yes' : 'no']);
  return stringify(rows, { header: true, columns: ['Identifier', 'Title', 'Description', 'Currency', 'Amount Awarded', 'Amount Disbursed', 'Award Date', 'Planned Dates:Start Date', 'Planned Dates:End Date', 'Recipient Org:Identifier', 'Recipient Org:Name', 'Beneficiary Location:Name', 'Grant Programme:Code', 'Demonstration'] });
}
