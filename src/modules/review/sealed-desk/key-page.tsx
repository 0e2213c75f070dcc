import { raw } from 'hono/html';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { DeskData } from './desk-data.ts';
import { deskPaths } from './paths.ts';
import type { KeyLine } from './queries.ts';
import { DeskScriptData, UnlockForm } from './unlock-form.tsx';
import { deskWords } from './words.ts';

type Props = { frame: PageFrame; own: KeyLine | undefined; listed: boolean; seat: string; errors?: FieldErrors | undefined; codeWords: string; data: DeskData };

/** Making one's key, taking it out, ending it. */
export function KeyPage({ frame, own, listed, seat, errors, codeWords, data }: Props) {
  const { language } = frame;
  const words = deskWords[language];
  return (
    <StaffLayout frame={frame} script="sealed-desk">
      <Breadcrumbs language={language} steps={[{ path: deskPaths.list, label: words.title }]} />
      <h1>{words.keyTitle}</h1>
      <p class="lead">{words.keyLead}</p>
      {own ? (
        <>
          <p>{words.have(own.seat, formatDate(language, own.madeOn))} {listed ? words.on_list : words.off_list}<br /><code>{own.recipient}</code></p>
          <UnlockForm language={language} title={words.exportTitle} />
          <section id="export-part" hidden>
            <h2>{words.exportTitle}</h2>
            <p>{words.exportLead}</p>
            <p><b>{words.exported}</b><br /><code id="export-key"></code></p>
            <p id="export-save"></p>
          </section>
          <section><h2>{words.end}</h2><p>{words.endLead}</p><Form frame={frame} action={localized(language, deskPaths.endKey(own.id))} submit={words.end}>{null}</Form></section>
        </>
      ) : <MakeForm frame={frame} seat={seat} errors={errors} codeWords={codeWords} />}
      <DeskScriptData data={data} />
    </StaffLayout>
  );
}

function MakeForm({ frame, seat, errors, codeWords }: Pick<Props, 'frame' | 'seat' | 'errors' | 'codeWords'>) {
  const words = deskWords[frame.language];
  return (
    <form id="make-form" method="post" action={localized(frame.language, deskPaths.key)} autocomplete="off" novalidate>
      <Csrf frame={frame} />
      {['recipient', 'sign-public', 'passkey', 'passkey-hint', 'phrase-wrap'].map((name) => <input type="hidden" name={name} />)}
      <p id="make-problem" role="alert" class="error-text" hidden={!errors?.key}>{errors?.key ?? ''}</p>
      <div id="make-first">
        <TextInput name="seat" label={words.seat} hint={words.seatHint} value={seat} error={errors?.seat} maxlength={100} width="medium" />
        <p>{words.making}</p>
        <button class="button" type="button" id="make">{words.make}</button>
      </div>
      <section id="make-phrase" hidden>
        <h2 id="phrase-title" tabindex={-1}>{words.yourPhrase}</h2>
        <p>{words.yourPhraseLead}</p>
        <ol class="panel code-words" id="phrase-list" translate="no"></ol>
        <p><button class="button quiet" type="button" id="print">{words.print}</button></p>
        <div class="choice"><input type="checkbox" id="written" /><div><label for="written">{words.written}</label></div></div>
        <div class="buttons"><button class="button" type="submit">{words.keep}</button></div>
      </section>
      <script type="text/plain" id="code-words">{raw(codeWords)}</script>
    </form>
  );
}
