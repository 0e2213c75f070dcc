import { Csrf } from '#app/ui/components/csrf.tsx';
import { HiddenFields, Select } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { colon } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { trainingPaths } from '../training/paths.ts';
import type { LinkedCourse } from './course-queries.ts';
import { recommendationPaths } from './paths.ts';
import { recommendationWords } from './words.ts';

/** `offered`: courses that can still be named, for those who may; undefined for everybody else. */
export type CoursePartProps = { readonly frame: PageFrame; readonly recommendation: string; readonly linked: readonly LinkedCourse[]; readonly offered: readonly LinkedCourse[] | undefined; readonly error?: string | undefined };

/** The courses that answer a recommendation, with the way to name one more. */
export function CoursePart({ frame, recommendation, linked, offered, error }: CoursePartProps) {
  const { language } = frame;
  const words = recommendationWords[language];
  const action = localized(language, recommendationPaths.courses(recommendation));
  return (
    <>
      <h2>{words.courses}</h2>
      {linked.length === 0 ? <p>{words.noCourses}</p> : (
        <ul>
          {linked.map((one) => (
            <li>
              <a href={localized(language, trainingPaths.course(one.id))}>{one.title[language]}</a>
              {offered ? (
                <form method="post" action={action} class="step">
                  <Csrf frame={frame} />
                  <HiddenFields fields={[['course', one.id], ['do', 'unlink']]} />
                  <button class="button quiet" type="submit">{words.unlink}<span class="hidden-text">{colon(language)}{one.title[language]}</span></button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {offered && offered.length > 0 ? (
        <Form frame={frame} errors={error ? { course: error } : {}} action={action} submit={words.link}>
          <Select name="course" label={words.linkCourse} empty={words.chooseCourse} error={error} options={offered.map((one) => ({ value: one.id, label: one.title[language] }))} />
        </Form>
      ) : null}
    </>
  );
}
