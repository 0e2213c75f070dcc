import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** A seat that the law wants filled, and who fills it today. One person may fill several. */
export type Seat = {
  readonly slug: string;
  readonly bodySlug: string;
  readonly name: Bilingual;
  readonly law: Bilingual;
  readonly sources: readonly string[];
  readonly knownFrom: string;
  readonly holders: readonly { readonly member: string; readonly name: string; readonly office: Bilingual; readonly from: string; readonly demonstration: boolean }[];
  /** The day since which nobody fills it: the end of the last holding, or the day on which the law began to ask for it. */
  readonly emptySince: string | undefined;
};

type Row = Omit<Seat, 'emptySince'> & { lastEnd: string | null };

/** The seats of a body known today, in the order of the law. A holding ends on the day on which its member leaves. */
export async function listSeats(scope: Scope, body?: string): Promise<Seat[]> {
  const { sql, today } = scope;
  const rows = await sql<Row[]>`
    select s.slug, s.body_slug as "bodySlug", s.name, s.law, s.sources, s.known_from as "knownFrom",
      coalesce((select json_agg(json_build_object('member', m.id, 'name', m.name, 'office', m.office, 'from', h.from_date, 'demonstration', m.demonstration) order by h.from_date, m.name)
        from governance.seat_holding h join governance.member m on m.id = h.member_id
        where h.seat_slug = s.slug and h.from_date <= ${today} and least(h.to_date, m.to_date, 'infinity') > ${today}), '[]') as holders,
      (select max(least(h.to_date, m.to_date, 'infinity'))::text from governance.seat_holding h join governance.member m on m.id = h.member_id
        where h.seat_slug = s.slug and h.from_date <= ${today} and least(h.to_date, m.to_date, 'infinity') <= ${today}) as "lastEnd"
    from governance.seat s where s.removed_at is null and s.known_from <= ${today} ${body ? sql`and s.body_slug = ${body}` : sql``} order by s.body_slug, s.position`;
  return rows.map(({ lastEnd, ...seat }) => ({ ...seat, emptySince: seat.holders.length > 0 ? undefined : (lastEnd ?? seat.knownFrom) }));
}

export async function insertHolding(scope: Scope, row: { id: string; seat: string; member: string }): Promise<void> {
  await scope.sql`insert into governance.seat_holding (id, seat_slug, member_id, from_date, entered_at) values (${row.id}, ${row.seat}, ${row.member}, ${scope.today}, ${scope.now})`;
}

/** Ends who holds a seat, from today. */
export async function endHolding(scope: Scope, seat: string, member: string): Promise<number> {
  return (await scope.sql`update governance.seat_holding set to_date = ${scope.today} where seat_slug = ${seat} and member_id = ${member} and to_date is null`).count;
}
