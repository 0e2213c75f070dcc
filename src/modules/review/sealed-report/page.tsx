import { raw } from 'hono/html';
import type { RecipientList } from '#app/methods/sealing/recipient-list.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { DemonstrationNotice } from '#app/ui/components/demonstration-notice.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type Site } from '#app/ui/page-frame.ts';
import { SealedLayout } from './layout.tsx';
import type { PageData } from './page-data.ts';
import { sealedPaths } from './paths.ts';
import type { Centre } from './queries.ts';
import { questions, wishes } from './rules.ts';
import { sealedWords } from './words.ts';

type Props = {
  language: Language; site: Site; centres: readonly Centre[]; script: string; data: PageData; codeWords: string;
  /** Undefined until the committee has signed a first list. */
  list: RecipientList | undefined; founder: string;
  uploadWrong?: string | undefined;
};

/** Where somebody comes forward: help first, then what it is, then writing, coming back, the other ways, and what cannot be promised. */
export function SealedPage({ language, site, centres, script, data, codeWords, list, founder, uploadWrong }: Props) {
  const words = sealedWords[language];
  return (
    <SealedLayout language={language} site={site} script={list ? script : undefined}>
      <Crisis language={language} />
      <DemonstrationNotice frame={{ language, site, path: sealedPaths.page, title: words.windowTitle }} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {list ? <Who language={language} list={list} founder={founder} /> : <div class="inset"><h2>{words.closed}</h2><p>{words.closedLead}</p></div>}
      {list ? (
        <>
          <noscript><p class="inset">{words.noScript}</p></noscript>
          <ul class="jump"><li><a href="#write">{words.formTitle}</a></li><li><a href="#back">{words.backTitle}</a></li><li><a href="#limits-title">{words.limits}</a></li></ul>
          <p id="problem" role="alert" class="error-text" hidden></p>
          <WriteForm language={language} />
          <CodeStep language={language} />
          <ComeBack language={language} />
        </>
      ) : null}
      <section aria-labelledby="centres-title">
        <h2 id="centres-title">{words.centres}</h2>
        <p>{words.centresLead}</p>
        {centres.length > 0 ? <ul>{centres.map((one) => <li><b>{one.name[language]}</b>{one.address ? `, ${one.address}` : ''}{one.phone ? <>, <a href={`tel:${one.phone}`}>{words.call(one.phone)}</a></> : null}</li>)}</ul> : null}
      </section>
      {list ? <Upload language={language} list={list} wrong={uploadWrong} /> : null}
      <section aria-labelledby="limits-title">
        <h2 id="limits-title">{words.limits}</h2>
        <ul>{words.limitList.map((one) => <li>{one}</li>)}</ul>
      </section>
      {list ? <script type="application/json" id="sealed-data">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script> : null}
      {list ? <script type="text/plain" id="code-words">{raw(codeWords)}</script> : null}
    </SealedLayout>
  );
}

function Crisis({ language }: { language: Language }) {
  const words = sealedWords[language];
  const dial = (text: string, shown: string, number: string) => {
    const [before, after] = text.split(shown);
    return <li>{before}<a href={`tel:${number}`}>{shown}</a>{after}</li>;
  };
  return (
    <section class="crisis" aria-labelledby="crisis-title">
      <h2 id="crisis-title">{words.crisisTitle}</h2>
      <ul>{dial(words.danger, '911', '911')}{dial(words.suicide, '9-8-8', '988')}{dial(words.service, '211', '211')}</ul>
    </section>
  );
}

function Who({ language, list, founder }: { language: Language; list: RecipientList; founder: string }) {
  const words = sealedWords[language];
  return (
    <section aria-labelledby="who-title">
      <h2 id="who-title">{words.who}</h2>
      <p>{words.whoLead(list.members.length)}</p>
      <details>
        <summary>{words.seats}</summary>
        <ul>{list.members.map(({ seat }) => <li>{seat}</li>)}</ul>
        <p class="small">{words.listOf(list.version, formatDate(language, list.date))} {words.foundedBy} <code>{founder}</code></p>
      </details>
    </section>
  );
}

function WriteForm({ language }: { language: Language }) {
  const words = sealedWords[language];
  return (
    <section id="write" aria-labelledby="write-title" hidden>
      <h2 id="write-title" tabindex={-1}>{words.formTitle}</h2>
      <p>{words.formLead}</p>
      <form id="write-form" autocomplete="off" novalidate>
        <Radios name="wish" label={words.wish} hint={words.wishHint} options={wishes.map((value) => ({ value, label: words.wishes[value] ?? '', hint: words.wishHints[value] }))} />
        {questions.map((name) => <Textarea name={name} label={words.questions[name] ?? ''} hint={words.questionHints[name]} rows={name === 'what' ? 8 : 2} />)}
        <Files language={language} name="files" />
        <div class="buttons"><button class="button" type="submit">{words.next}</button></div>
      </form>
    </section>
  );
}

function Files({ language, name }: { language: Language; name: string }) {
  const words = sealedWords[language];
  return (
    <div class="field">
      <label for={name}>{words.files}</label>
      <p class="hint" id={`${name}-hint`}>{words.filesHint}</p>
      <input type="file" id={name} multiple aria-describedby={`${name}-hint`} />
    </div>
  );
}

function CodeStep({ language }: { language: Language }) {
  const words = sealedWords[language];
  return (
    <>
      <section id="code-step" aria-labelledby="code-title" hidden>
        <h2 id="code-title" tabindex={-1}>{words.codeTitle}</h2>
        <p>{words.codeLead}</p>
        <ol class="panel code-words" id="code-list" translate="no"></ol>
        <div class="buttons">
          <button class="button" type="button" id="send"></button>
          <button class="button quiet" type="button" id="change">{words.change}</button>
        </div>
        <p id="waiting" role="status"></p>
      </section>
      <section id="done" hidden><h2 id="done-title" tabindex={-1}>{words.sentTitle}</h2><p id="done-lead"></p><p><b>{words.codeTitle}</b></p><ol class="panel code-words" id="done-list" translate="no"></ol></section>
    </>
  );
}

function ComeBack({ language }: { language: Language }) {
  const words = sealedWords[language];
  return (
    <>
      <section id="back" aria-labelledby="back-title" hidden>
        <h2 id="back-title">{words.backTitle}</h2>
        <form id="back-form" autocomplete="off" novalidate>
          <p id="back-problem" role="alert" class="error-text" hidden></p>
          <TextInput name="code" label={words.code} hint={words.backLead} autocomplete="off" spellcheck={false} />
          <div class="buttons"><button class="button quiet" type="submit">{words.open}</button></div>
        </form>
      </section>
      <section id="thread" aria-labelledby="thread-title" hidden>
        <h2 id="thread-title" tabindex={-1}>{words.threadTitle}</h2>
        <p id="thread-note" role="status"></p>
        <div id="thread-list"></div>
        <form id="add-form" autocomplete="off" novalidate>
          <h3>{words.addTitle}</h3>
          <Textarea name="add" label={words.add} rows={5} />
          <Files language={language} name="add-files" />
          <div class="buttons">
            <button class="button" type="submit" id="add-send">{words.addSend}</button>
            <button class="button quiet" type="button" id="add-keep">{words.addKeep}</button>
            <button class="button quiet" type="button" id="close-box">{words.closeBox}</button>
          </div>
        </form>
      </section>
    </>
  );
}

function Upload({ language, list, wrong }: { language: Language; list: RecipientList; wrong: string | undefined }) {
  const words = sealedWords[language];
  return (
    <section aria-labelledby="upload-title" id="upload">
      <details open={wrong !== undefined}>
        <summary><h2 id="upload-title">{words.uploadTitle}</h2></summary>
        <p>{words.uploadLead}</p>
        <h3>{words.recipients}</h3>
        <ul class="keys">{list.members.map(({ recipient }) => <li><code>{recipient}</code></li>)}</ul>
        <form method="post" action={localized(language, sealedPaths.upload)} enctype="multipart/form-data">
          <div class={wrong ? 'field bad' : 'field'}>
            <label for="file">{words.uploadFile}</label>
            {wrong ? <p class="error-text" id="file-error">{wrong}</p> : null}
            <input type="file" id="file" name="file" aria-describedby={wrong ? 'file-error' : undefined} />
          </div>
          <div class="buttons"><button class="button quiet" type="submit">{words.upload}</button></div>
        </form>
      </details>
    </section>
  );
}

/** After a file came that was sealed elsewhere. */
export function UploadedPage({ language, site }: { language: Language; site: Site }) {
  const words = sealedWords[language];
  return (
    <SealedLayout language={language} site={site}>
      <h1>{words.uploadDone}</h1>
      <p class="lead">{words.uploadDoneLead}</p>
      <p><a href={localized(language, sealedPaths.page)}>{words.toPage}</a></p>
    </SealedLayout>
  );
}
