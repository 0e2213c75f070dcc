import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { sealAudit } from '#app/platform/audit/seal.ts';
import { verifyAudit } from '#app/platform/audit/verify.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

test('without a context the login of the program sees nothing and may do nothing', async () => {
  await expect(database.pool`select * from platform.setting`).rejects.toMatchObject({ code: '42501' });
  await database.admin`insert into platform.setting (name, value) values ('x', '1')`;
  const rows = await database.pool.begin(async (sql) => {
    await sql`set local role ct_public`;
    return await sql`select * from platform.setting`;
  });
  expect(rows).toHaveLength(0);
});

test('a context ends with its transaction and cannot be written by hand', async () => {
  await inScope(database, { as: 'worker', purpose: 'test' }, async ({ sql }) => {
    expect((await sql`select platform.ctx_actor() as actor`)[0]?.actor).toBe('worker');
  });
  await database.pool.begin(async (sql) => {
    await sql`set local role ct_worker`;
    expect((await sql`select platform.ctx_actor() as actor`)[0]?.actor).toBeNull();
    await sql`select set_config('ct.context', ${`${'0'.repeat(64)}{"actor":"worker"}`}, true)`;
    expect((await sql`select platform.ctx_actor() as actor`)[0]?.actor).toBeNull();
  });
});

test('a context of one transaction is worth nothing in the next one', async () => {
  const stolen = await inScope(database, { as: 'worker', purpose: 'test' }, async ({ sql }) => (await sql`select current_setting('ct.context') as raw`)[0]?.raw);
  await inScope(database, { as: 'public', purpose: 'test' }, async ({ sql }) => {
    await sql`select set_config('ct.context', ${stolen}, true)`;
    expect((await sql`select platform.ctx_actor() as actor`)[0]?.actor).toBeNull();
  });
});

test('a thousand interleaved visitors over three connections each see their own request only', async () => {
  await Promise.all(
    Array.from({ length: 1000 }, async (_, n) => {
      const as = n % 2 === 0 ? ('public' as const) : ('worker' as const);
      await inScope(database, { as, purpose: `test ${n}` }, async ({ sql, request }) => {
        const [row] = await sql`select platform.ctx_request()::text as request, platform.ctx_actor() as actor, platform.ctx_purpose() as purpose`;
        expect(row).toEqual({ request, actor: as, purpose: `test ${n}` });
      });
    }),
  );
});

test('work that throws leaves neither rows nor events nor audit lines', async () => {
  const count = async () => (await database.admin`select (select count(*) from platform.event) as events, (select count(*) from platform.audit_entry) as lines`)[0];
  const before = await count();
  await expect(inScope(database, { as: 'public', purpose: 'test' }, async (scope) => {
    await raiseEvent(scope, { kind: 'test.raised' });
    await writeAudit(scope, { action: 'test' });
    throw new Error('stop');
  })).rejects.toThrow('stop');
  expect(await count()).toEqual(before);
});

test('the sealed audit chain holds, and a changed, removed or cut entry shows', async () => {
  for (let n = 0; n < 5; n += 1) await inScope(database, { as: 'public', purpose: 'test' }, async (scope) => await writeAudit(scope, { action: `test ${n}`, subject: { kind: 'thing', id: String(n) } }));
  expect(await sealAudit(database, 2)).toBeGreaterThanOrEqual(5);
  const verdict = await verifyAudit(database);
  expect(verdict).toMatchObject({ holds: true, pending: 0 });
  await expect(database.admin`update platform.audit_entry set action = 'other'`).rejects.toThrow('never changed');
  await expect(database.admin`delete from platform.audit_entry`).rejects.toThrow('never changed');
  await database.admin`alter table platform.audit_entry disable trigger all`;
  await database.admin`update platform.audit_entry set action = 'forged' where action = 'test 2'`;
  expect((await verifyAudit(database)).problems.join()).toContain('was changed');
  await database.admin`update platform.audit_entry set action = 'test 2' where action = 'forged'`;
  expect((await verifyAudit(database)).holds).toBe(true);
  await database.admin`delete from platform.audit_entry where action = 'test 3'`;
  expect((await verifyAudit(database)).problems.join()).toContain('is gone');
});

test('the limit of a window is kept and the address itself is not stored', async () => {
  const take = async () => await inScope(database, { as: 'public', purpose: 'test' }, async ({ sql, now }) => (await sql`select platform.take_rate('form 203.0.113.9', 2, 60, ${now}) as ok`)[0]?.ok);
  expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  database.clock.advance(61_000);
  expect(await take()).toBe(true);
});
