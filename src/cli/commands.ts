import { accountInvite, accountKey } from './account.ts';
import { auditAnchor, auditExport, auditVerify } from './audit.ts';
import { backup, restore } from './backup.ts';
import type { Command } from './command.ts';
import { communityLoad } from './community.ts';
import { datasetImport } from './dataset.ts';
import { directoryImport } from './directory.ts';
import { dbMigrate } from './db.ts';
import { listKeep } from './list.ts';
import { listRecompute } from './list-recompute.ts';
import { mailReceive } from './mail.ts';
import { method } from './method.ts';
import { open311Key } from './open311.ts';
import { providerAdd } from './provider.ts';
import { publicationCompile } from './publication.ts';
import { verifyDeployment } from './verify-deployment.ts';

/** Every command, in the order that help shows. */
export const commands: readonly Command[] = [
  communityLoad,
  directoryImport,
  datasetImport,
  mailReceive,
  auditVerify,
  auditExport,
  auditAnchor,
  backup,
  restore,
  accountInvite,
  accountKey,
  listKeep,
  listRecompute,
  providerAdd,
  open311Key,
  dbMigrate,
  publicationCompile,
  verifyDeployment,
  method,
];
