import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listOutbox } from './queries.ts';

const words = {
  en: { title: 'Outbox of this demonstration', lead: 'No mail server is set, so mails are kept here and go nowhere. This page exists in demonstrations only.', none: 'No mail has been written yet.', to: 'To' },
  fr: { title: 'Boîte d’envoi de cette démonstration', lead: 'Aucun serveur de courriel n’est configuré : les courriels restent ici et ne partent pas. Cette page n’existe que dans les démonstrations.', none: 'Aucun courriel n’a encore été écrit.', to: 'À' },
} as const;

/** /outbox: what would have been sent, with working links. Only without SMTP_URL, only in a demonstration, only for the plan office. */
export function outboxRoutes(site: SiteSource, keepsMailHere: boolean): Route[] {
  return [
    {
      method: 'GET', path: '/outbox', may: { roles: ['plan-manager'] }, audit: 'mail.read-outbox',
      handle: async (visit) => {
        if (!keepsMailHere) return notFound;
        const w = words[visit.language];
        const mails = await listOutbox(visit);
        return page(
          <StaffLayout frame={frameOf(visit, site(), { title: w.title, current: 'outbox' })}>
            <h1>{w.title}</h1>
            <p class="lead">{w.lead}</p>
            {mails.length === 0 ? <p>{w.none}</p> : mails.map((mail) => (
              <article class="band">
                <h2 lang={mail.language}>{mail.subject}</h2>
                <p class="small">{w.to} {mail.recipient}, {formatMoment(visit.language, mail.queuedAt, visit.timeZone)}</p>
                <p class="pre" lang={mail.language}>{linked(mail.text)}</p>
              </article>
            ))}
          </StaffLayout>,
        );
      },
    },
  ];
}

function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) => (/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part));
}
