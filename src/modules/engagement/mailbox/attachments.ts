import { createHash } from 'node:crypto';
import type { ParsedMail } from 'mailparser';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type CheckedFile, checkFile } from '#app/platform/files/checked-file.ts';

const most = 5;

/** Which attachments are taken: at most five, 8 MB each, of a type that their content shows, whatever their name says. */
export async function checkAttachments(mail: ParsedMail): Promise<{ taken: CheckedFile[]; refused: number }> {
  const taken: CheckedFile[] = [];
  let refused = 0;
  for (const attachment of mail.attachments) {
    const checked = await checkFile(attachment.filename, attachment.content);
    if (checked && taken.length < most) taken.push(checked);
    else refused += 1;
  }
  return { taken, refused };
}

export type StoredFile = { readonly id: string; readonly name: string; readonly type: string; readonly size: number };
export async function listAttachments(scope: Scope, issue: string): Promise<StoredFile[]> {
  return await scope.sql<StoredFile[]>`select f.id, f.name, f.media_type as type, f.size from engagement.issue_attachment a join platform.stored_file f on f.id = a.file_id where a.issue_id = ${issue} order by f.id`;
}
export async function findAttachment(scope: Scope, issue: string, file: string): Promise<(StoredFile & { content: Buffer }) | undefined> {
  return (await scope.sql<(StoredFile & { content: Buffer })[]>`select f.id, f.name, f.media_type as type, f.size, f.content from engagement.issue_attachment a join platform.stored_file f on f.id = a.file_id
    where a.issue_id = ${issue} and f.id = ${file}`)[0];
}

export async function insertAttachment(scope: Scope, issue: string, file: CheckedFile): Promise<void> {
  const id = newId();
  await scope.sql`insert into platform.stored_file (id, sha256, size, media_type, name, content, stored_at)
    values (${id}, ${createHash('sha256').update(file.content).digest()}, ${file.content.length}, ${file.type}, ${file.name}, ${file.content}, ${scope.now})`;
  await scope.sql`insert into engagement.issue_attachment (file_id, issue_id) values (${id}, ${issue})`;
}
