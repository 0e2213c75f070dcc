import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { DeskData } from './desk-data.ts';
import { deskPaths } from './paths.ts';
import { DeskScriptData, UnlockForm } from './unlock-form.tsx';
import { deskWords } from './words.ts';

/** Sealing anew what came under an older list, in the browser of a member who can open it. */
export function RewrapPage({ frame, data }: { frame: PageFrame; data: DeskData }) {
  const { language } = frame;
  const words = deskWords[language];
  const waiting = data.rewrap?.length ?? 0;
  return (
    <StaffLayout frame={frame} script="sealed-desk">
      <Breadcrumbs language={language} steps={[{ path: deskPaths.list, label: words.title }]} />
      <h1>{words.rewrapTitle}</h1>
      <p class="lead">{words.rewrapLead}</p>
      {waiting === 0 ? <p>{words.rewrapNone}</p> : <><p>{words.toRewrap(waiting)}</p><UnlockForm language={language} title={words.rewrapStart} /><p id="rewrap-note" role="status"></p><DeskScriptData data={data} /></>}
    </StaffLayout>
  );
}
