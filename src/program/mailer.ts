import type { Config } from '#app/platform/config/config.ts';
import { outboxOnly, type Sender, smtpSender } from '#app/platform/mail/sender.ts';

/** Mails go through SMTP_URL, or stay in the local outbox. */
export function mailer(config: Config, from: () => string): Sender {
  return config.smtpUrl ? smtpSender(config.smtpUrl, from, new URL(config.baseUrl).hostname) : outboxOnly;
}
