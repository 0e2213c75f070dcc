import type { ParsedMail } from 'mailparser';

export type MailKind = 'letter' | 'bounce' | 'loop' | 'auto-reply';

/** What a mail is before anybody reads it: a letter, a bounce, one of ours that came back, or the word of a machine (RFC 3834, RFC 3464). */
export function kindOf(mail: ParsedMail): MailKind {
  const header = (name: string) => {
    const value = mail.headers.get(name);
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  const sender = mail.from?.value[0]?.address?.toLowerCase() ?? '';
  const contentType = mail.headers.get('content-type');
  const isReport = typeof contentType === 'object' && contentType !== null && 'value' in contentType && contentType.value === 'multipart/report';
  if (mail.headers.has('x-common-table')) return 'loop';
  if (isReport || /^(mailer-daemon|postmaster)@/.test(sender) || header('return-path') === '<>' || mail.headers.has('x-failed-recipients')) return 'bounce';
  const auto = header('auto-submitted');
  if ((auto !== '' && auto !== 'no') || ['bulk', 'junk', 'list'].includes(header('precedence')) || mail.headers.has('list-id') || mail.headers.has('list') || mail.headers.has('x-autoreply') || /^no-?reply@/.test(sender)) return 'auto-reply';
  return 'letter';
}
