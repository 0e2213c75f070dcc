import type { RecipientList } from '#app/methods/sealing/recipient-list.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Checkboxes, Radios } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { DeskData } from './desk-data.ts';
import { deskPaths } from './paths.ts';
import type { KeyLine } from './queries.ts';
import { DeskScriptData, UnlockForm } from './unlock-form.tsx';
import { deskWords } from './words.ts';

type Props = { frame: PageFrame; list: RecipientList | undefined; founder: string; keys: readonly KeyLine[]; own: KeyLine | undefined; signs: boolean; error?: string | undefined; data: DeskData };

/** The list that the page takes reports for; the chair signs the next version here. */
export function RecipientsPage({ frame, list, founder, keys, own, signs, error, data }: Props) {
  const { language } = frame;
  const words = deskWords[language];
  return (
    <StaffLayout frame={frame} {...(signs ? { script: 'sealed-desk' } : {})}>
      <Breadcrumbs language={language} steps={[{ path: deskPaths.list, label: words.title }]} />
      <h1>{words.listTitle}</h1>
      <p class="lead">{words.listLead}</p>
      {list ? (
        <>
          <h2>{words.version(list.version, formatDate(language, list.date))}</h2>
          <ul>{list.members.map(({ seat, recipient }) => <li><b>{seat}</b><br /><code class="small">{recipient}</code></li>)}</ul>
          <p class="small">{words.fingerprint}<br /><code>{founder}</code></p>
        </>
      ) : <p class="inset">{words.noList}</p>}
      {signs ? <NextList frame={frame} list={list} keys={keys} own={own} error={error} data={data} /> : null}
    </StaffLayout>
  );
}

function NextList({ frame, list, keys, own, error, data }: Pick<Props, 'frame' | 'list' | 'keys' | 'own' | 'error' | 'data'>) {
  const { language } = frame;
  const words = deskWords[language];
  if (!own) return <p class="inset">{words.needKey} <a href={localized(language, deskPaths.key)}>{words.toKey}</a></p>;
  if (list && list.chair !== own.signPublic) return <p class="inset">{words.notChair}</p>;
  return (
    <section>
      <h2>{words.next}</h2>
      <p>{words.nextLead}</p>
      <p id="list-problem" role="alert" class="error-text" hidden={!error}>{error ?? ''}</p>
      <form id="list-form" method="post" action={localized(language, deskPaths.recipients)} autocomplete="off">
        <Csrf frame={frame} />
        {['text', 'signer', 'signature'].map((name) => <input type="hidden" name={name} />)}
        <Checkboxes name="members" label={words.toList} options={keys.map(({ recipient, seat }) => ({ value: recipient, label: seat, hint: <code>{recipient}</code> }))} values={list?.members.map(({ recipient }) => recipient) ?? []} />
        <Radios name="chair" label={words.chairNext} value={own.signPublic} options={keys.map(({ signPublic, seat }) => ({ value: signPublic, label: seat }))} />
      </form>
      <UnlockForm language={language} title={words.sign} />
      <DeskScriptData data={data} />
    </section>
  );
}
