import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Select, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import type { Contribution } from '../contribution/queries.ts';
import type { NumberedTheme } from '../theme/rules.ts';
import type { Quote } from './queries.ts';
import { quoteWords } from './words.ts';

type ListProps = { frame: PageFrame; consultation: Consultation; quotes: readonly Quote[]; themes: readonly NumberedTheme[]; account: string };

/** The quotes of a consultation: those that wait for a second person first. */
export function QuotesPage({ frame, consultation, quotes, themes, account }: ListProps) {
  const { language } = frame;
  const words = quoteWords[language];
  const standing = quotes.filter((quote) => quote.withdrawnAt === null);
  const parts = [[words.waiting, standing.filter((quote) => quote.approvedAt === null)], [words.approved, standing.filter((quote) => quote.approvedAt !== null)]] as const;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {parts.map(([title, part]) => (
        <section class="band">
          <h2>{title}</h2>
          {part.length === 0 ? <p>{words.none}</p> : part.map((quote) => <OneQuote frame={frame} quote={quote} theme={themes.find((theme) => theme.id === quote.theme)?.name[language] ?? ''} account={account} />)}
        </section>
      ))}
    </StaffLayout>
  );
}

function OneQuote({ frame, quote, theme, account }: { frame: PageFrame; quote: Quote; theme: string; account: string }) {
  const { language } = frame;
  const words = quoteWords[language];
  const button = (verb: 'approve' | 'withdraw', label: string) => <form method="post" action={localized(language, voicePaths.quoteVerb(quote.id, verb))}><Csrf frame={frame} /><button class={verb === 'approve' ? 'button' : 'button quiet'} type="submit">{label}</button></form>;
  return (
    <article>
      <blockquote lang={quote.language}>{quote.body}</blockquote>
      <p class="small">{theme}. <a href={localized(language, voicePaths.piece(quote.piece))}>{words.original}</a></p>
      <div class="go">
        {quote.approvedAt !== null ? null : quote.proposedBy === account ? <p>{words.yours}</p> : button('approve', words.approve)}
        {button('withdraw', words.withdraw)}
      </div>
    </article>
  );
}

type NewProps = { frame: PageFrame; consultation: Consultation; piece: Contribution; themes: readonly NumberedTheme[]; typed: ReadonlyMap<string, string>; errors?: FieldErrors };

/** A piece beside the quote that is made of it. */
export function NewQuotePage({ frame, consultation, piece, themes, typed, errors = {} }: NewProps) {
  const { language } = frame;
  const words = quoteWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{words.newTitle}</h1>
      <blockquote lang={piece.language} class="piece">{piece.body}</blockquote>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Textarea name="body" rows={4} lang={piece.language} label={words.body} hint={words.bodyHint} value={typed.get('body') ?? piece.body} error={errors.body} />
        <Select name="theme" label={words.theme} empty="" value={typed.get('theme')} error={errors.theme} options={themes.map((theme) => ({ value: theme.id, label: theme.name[language] }))} />
      </Form>
    </StaffLayout>
  );
}
