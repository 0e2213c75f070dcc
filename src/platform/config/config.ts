import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { isParty } from '#app/platform/audit/party.ts';
import { type Proxies, proxiesOf, thisMachine } from '#app/platform/http/proxies.ts';
import { projectRoot } from './project-root.ts';

/** What the program is told by its environment, read once at the start. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseMigrationUrl: string | undefined;
  readonly databaseReplicaUrl: string | undefined;
  readonly baseUrl: string;
  /** The file with the key that signs anchors of the audit trail; it stands outside the database. */
  readonly auditKeyFile: string;
  /** Who gets the anchors: mailto:, file: and https: addresses. */
  readonly auditParties: readonly string[];
  readonly smtpUrl: string | undefined;
  readonly imapUrl: string | undefined;
  readonly community: string;
  /** Where metrics are told; nowhere unless it is set. */
  readonly metricsPort: number | undefined;
  /** How long a server that is being stopped goes on taking requests, in seconds, until whoever spreads them has noticed. */
  readonly drainSeconds: number;
  /** The machines in front of this one whose X-Forwarded-For counts. */
  readonly proxies: Proxies;
  /** Connections of a server to its database for requests; a worker of its own has half as many. */
  readonly connections: number;
};

/** A setting that the program cannot start with; the message is a sentence for the person who starts it. */
export class ConfigRefused extends Error {}

function urlOf(name: string, schemes: readonly string[]) {
  const wording = `${name} must be an address that starts with ${schemes.map((s) => `${s}//`).join(' or ')}`;
  return z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), wording).optional();
}

const settings = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535').default('3000').transform(Number)
    .refine((port) => port <= 65_535, 'PORT must be a number from 0 to 65535'),
  HOST: z.string().regex(/^[0-9a-zA-Z.:-]+$/, 'HOST must be an address or a host name').default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: urlOf('DATABASE_URL', ['postgres:', 'postgresql:']),
  DATABASE_MIGRATION_URL: urlOf('DATABASE_MIGRATION_URL', ['postgres:', 'postgresql:']),
  DATABASE_REPLICA_URL: urlOf('DATABASE_REPLICA_URL', ['postgres:', 'postgresql:']),
  BASE_URL: urlOf('BASE_URL', ['http:', 'https:']),
  AUDIT_KEY_FILE: z.string().optional(),
  AUDIT_ANCHORS: z.string().default('').transform((list) => list.split(',').map((one) => one.trim()).filter((one) => one !== ''))
    .refine((list) => list.every(isParty), 'AUDIT_ANCHORS must be addresses with commas between, each one such as mailto:auditor@example.org, file:///mnt/anchors/ or https://example.org/anchors'),
  SMTP_URL: urlOf('SMTP_URL', ['smtp:', 'smtps:']),
  IMAP_URL: urlOf('IMAP_URL', ['imap:', 'imaps:']),
  COMMUNITY: z.string().default('communities/halton'),
  METRICS_PORT: z.string().regex(/^\d{1,5}$/, 'METRICS_PORT must be a number from 1 to 65535').transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'METRICS_PORT must be a number from 1 to 65535').optional(),
  DRAIN_SECONDS: z.string().regex(/^\d{1,2}$/, 'DRAIN_SECONDS must be a number from 0 to 60').default('0').transform(Number)
    .refine((seconds) => seconds <= 60, 'DRAIN_SECONDS must be a number from 0 to 60'),
  TRUSTED_PROXIES: z.string().default('').transform((list) => proxiesOf(list.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '')))
    .refine((proxies) => proxies !== undefined, 'TRUSTED_PROXIES must be addresses or networks with commas between, such as 10.0.0.7,10.1.0.0/16'),
  DATABASE_CONNECTIONS: z.string().regex(/^\d{1,3}$/, 'DATABASE_CONNECTIONS must be a number from 2 to 200').default('10').transform(Number)
    .refine((count) => count >= 2 && count <= 200, 'DATABASE_CONNECTIONS must be a number from 2 to 200'),
});

/** Reads the environment; an empty variable counts as absent. Throws ConfigRefused with a sentence for each malformed value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new ConfigRefused(parsed.error.issues.map((issue) => `${issue.message}.`).join('\n'));
  const s = parsed.data;
  const host = s.HOST.includes(':') ? `[${s.HOST}]` : s.HOST;
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    databaseMigrationUrl: s.DATABASE_MIGRATION_URL,
    databaseReplicaUrl: s.DATABASE_REPLICA_URL,
    auditKeyFile: s.AUDIT_KEY_FILE ? resolve(s.AUDIT_KEY_FILE) : join(resolve(s.DATA_DIR), 'audit-key.pem'),
    auditParties: [...new Set(s.AUDIT_ANCHORS)],
    baseUrl: (s.BASE_URL ?? `http://${host}:${s.PORT}`).replace(/\/+$/, ''),
    smtpUrl: s.SMTP_URL,
    imapUrl: s.IMAP_URL,
    metricsPort: s.METRICS_PORT,
    drainSeconds: s.DRAIN_SECONDS,
    proxies: s.TRUSTED_PROXIES ?? thisMachine,
    connections: s.DATABASE_CONNECTIONS,
    community: isAbsolute(s.COMMUNITY) ? s.COMMUNITY : join(projectRoot(), s.COMMUNITY),
  };
}
