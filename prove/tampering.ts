import { createHash } from 'node:crypto';
import type { Pool, Sql } from '#app/platform/db/pool.ts';

/** What somebody with every right over the database can do to the trail. Each takes the open transaction of a superuser whose triggers are off. */
export const tamperings: Readonly<Record<string, (sql: Sql, size: number) => Promise<void>>> = {
  changed: async (sql, size) => void (await sql`update platform.audit_entry set action = action || 'x' where id = ${await entryAt(sql, any(size))}`),
  'changed in its time': async (sql, size) => void (await sql`update platform.audit_entry set recorded_at = recorded_at + interval '1 second' where id = ${await entryAt(sql, any(size))}`),
  removed: async (sql, size) => void (await sql`delete from platform.audit_entry where id = ${await entryAt(sql, any(size))}`),
  'removed with its seal': async (sql, size) => {
    const at = any(size);
    await sql`delete from platform.audit_entry where id = ${await entryAt(sql, at)}`;
    await sql`delete from platform.audit_seal where position = ${at}`;
  },
  reordered: async (sql, size) => {
    const [one, other] = twoOf(size);
    const [first, second] = [await entryAt(sql, one), await entryAt(sql, other)];
    await sql`update platform.audit_seal set entry_id = -1 where position = ${one}`;
    await sql`update platform.audit_seal set entry_id = ${first} where position = ${other}`;
    await sql`update platform.audit_seal set entry_id = ${second} where position = ${one}`;
  },
  'changed, and the chain rewritten': async (sql, size) => {
    const at = any(size);
    await sql`update platform.audit_entry set action = action || 'x' where id = ${await entryAt(sql, at)}`;
    await rewrite(sql);
  },
  'removed, and the chain rewritten': async (sql, size) => {
    const entry = await entryAt(sql, any(size));
    await sql`delete from platform.audit_seal where entry_id = ${entry}`;
    await sql`delete from platform.audit_entry where id = ${entry}`;
    await rewrite(sql);
  },
  'inserted, and the chain rewritten': async (sql, size) => {
    const [row] = await sql<{ id: number }[]>`insert into platform.audit_entry (moment, actor, action, decision) values (now(), 'worker', 'forged', 'permit') returning id`;
    await sql`update platform.audit_seal set position = -position where position >= ${any(size)}`;
    await sql`update platform.audit_seal set position = 1 - position where position < 0`;
    await sql`insert into platform.audit_seal (position, entry_id, previous, hash) select min(g), ${row?.id ?? 0}, '', '' from generate_series(1, ${size + 1}) g where not exists (select from platform.audit_seal s where s.position = g)`;
    await rewrite(sql);
  },
  'reordered, and the chain rewritten': async (sql, size) => {
    await tamperings.reordered?.(sql, size);
    await rewrite(sql);
  },
  'cut off at its end': async (sql, size) => {
    const from = any(size);
    await sql`delete from platform.audit_entry where id in (select entry_id from platform.audit_seal where position >= ${from})`;
    await sql`delete from platform.audit_seal where position >= ${from}`;
  },
};

/** Runs one tampering with every right, gives what the export then says, and undoes it. `anchored` is how many rows an anchor holds. */
export async function tamper<T>(admin: Pool, kind: string, anchored: number, look: (sql: Sql) => Promise<T>): Promise<T> {
  const undone = new Error('undone');
  const seen: T[] = [];
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await tamperings[kind]?.(sql, anchored);
    seen.push(await look(sql));
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  const [found] = seen;
  if (found === undefined) throw undone;
  return found;
}

function any(size: number): number {
  return 1 + Math.floor(Math.random() * size);
}

function twoOf(size: number): [number, number] {
  const one = any(size);
  const other = any(size);
  return one === other ? [1, 2] : [one, other];
}

async function entryAt(sql: Sql, position: number): Promise<number> {
  const [row] = await sql<{ entry_id: number }[]>`select entry_id from platform.audit_seal where position = ${position}`;
  return row?.entry_id ?? 0;
}

/** Writes the whole chain anew over what is there now, without a gap: every hash fits again. */
async function rewrite(sql: Sql): Promise<void> {
  const rows = await sql<{ entry_id: number; time: string; body: string }[]>`select s.entry_id, platform.audit_time(e) as time, platform.audit_body(e) as body
    from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id order by s.position`;
  let previous: Buffer = createHash('sha256').digest();
  const seals = rows.map(({ entry_id, time, body }, place) => {
    const position = Buffer.alloc(8);
    position.writeBigInt64BE(BigInt(place + 1));
    const hash = createHash('sha256').update(previous).update(position).update(time).update(body).digest();
    const seal = { position: place + 1, entry_id, previous: previous.toString('hex'), hash: hash.toString('hex') };
    previous = hash;
    return seal;
  });
  await sql`delete from platform.audit_seal`;
  await sql`insert into platform.audit_seal (position, entry_id, previous, hash) select position, entry_id, decode(previous, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset(${sql.json(seals)}::jsonb) as s(position bigint, entry_id bigint, previous text, hash text)`;
}
