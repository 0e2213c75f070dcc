import type { Form as Posted } from '#app/platform/http/form.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, Crisis, Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { pointPaths } from '../access-point/paths.ts';
import { Telephone } from '../access-point/telephone.tsx';
import type { AccessPoint } from '../access-point/queries.ts';
import { pointWords } from '../access-point/words.ts';
import { ProfessionalFields, QuestionFields } from './question-fields.tsx';
import { intakeWords } from './words.ts';

type Props = { frame: PageFrame; point: AccessPoint; asker: 'self' | 'professional'; typed: Posted; once: string; errors?: FieldErrors | undefined };

/** The form of a point for everybody, or for who asks in her work: crisis lines first, then few plain questions on one page. */
export function AskPage({ frame, point, asker, typed, once, errors }: Props) {
  const { language } = frame;
  const words = intakeWords[language];
  const at = (path: string) => localized(language, path);
  const professional = asker === 'professional';
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: pointPaths.points, label: pointWords[language].title }]} />
      <h1>{frame.title}</h1>
      <Crisis language={language} />
      <p class="lead">{professional ? words.referLead : words.lead}</p>
      <ul>
        {point.doors.includes('telephone') ? <li>{words.byPhone} <Telephone number={point.telephone} /></li> : null}
        {professional && point.doors.includes('web') ? <li><a href={at(pointPaths.ask(point.slug))}>{words.selfLink}</a></li> : null}
        {!professional && point.doors.includes('professional') ? <li><a href={at(pointPaths.refer(point.slug))}>{words.professionalLink}</a></li> : null}
        {!professional && point.doors.includes('printed') ? <li><a href={at(pointPaths.print(point.slug))}>{words.printed}</a></li> : null}
      </ul>
      <Form frame={frame} errors={errors} action={at(professional ? pointPaths.refer(point.slug) : pointPaths.ask(point.slug))} submit={words.sendIt} hidden={[['once', once]]}>
        {professional ? <ProfessionalFields language={language} point={point} typed={typed} errors={errors} /> : null}
        <QuestionFields language={language} point={point} asker={asker} typed={typed} errors={errors} />
        <p class="inset">{words.notice(point.agencyName[language], !professional)}</p>
      </Form>
      {professional ? <Sources language={language} sources={point.professions.flatMap((one) => one.sources)} /> : null}
    </PublicLayout>
  );
}
