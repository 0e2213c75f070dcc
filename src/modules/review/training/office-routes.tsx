import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { addCourse, changeCourse, correctSession, countOfficers, enterSession } from './actions.ts';
import { CourseFormPage, SessionFormPage, UnitsPage } from './form-pages.tsx';
import { readCourse, readSession, readStrength } from './input.ts';
import { OfficePage } from './office-page.tsx';
import { trainingPaths } from './paths.ts';
import { type Course, findTrainingSession, listAttendance, listCourses, listSessionLines, listStrengths, listTrained, listUnits, type TrainingSession } from './queries.ts';
import { keepers, readers } from './rules.ts';
import { trainingWords } from './words.ts';

/** Where the plan office and the police liaison enter courses, sessions and strengths; the chair of the case review reads. */
export function trainingOfficeRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: trainingPaths.office, may: readers, audit: 'review.read-training', handle: showOffice },
    { method: 'GET', path: trainingPaths.units, may: readers, audit: 'review.read-training', handle: async (visit) => page(await unitsPage(visit)) },
    { method: 'POST', path: trainingPaths.units, may: keepers, audit: 'review.enter-strength', handle: postUnit },
    { method: 'GET', path: trainingPaths.addCourse, may: keepers, audit: 'none', handle: async (visit) => page(coursePage(visit, undefined)) },
    { method: 'POST', path: trainingPaths.addCourse, may: keepers, audit: 'review.add-course', handle: async (visit) => await saveCourse(visit, undefined) },
    { method: 'GET', path: trainingPaths.changeCourse(':id'), may: keepers, audit: 'none', handle: async (visit) => await withCourse(visit, async (course) => page(coursePage(visit, course))) },
    { method: 'POST', path: trainingPaths.changeCourse(':id'), may: keepers, audit: 'review.change-course', handle: async (visit) => await withCourse(visit, async (course) => await saveCourse(visit, course)) },
    { method: 'GET', path: trainingPaths.addSession, may: keepers, audit: 'none', handle: async (visit) => page(await sessionPage(visit, undefined)) },
    { method: 'POST', path: trainingPaths.addSession, may: keepers, audit: 'review.enter-training', handle: async (visit) => await saveSession(visit, undefined) },
    { method: 'GET', path: trainingPaths.changeSession(':id'), may: keepers, audit: 'review.read-training', handle: async (visit) => await withSession(visit, async (one) => page(await sessionPage(visit, one))) },
    { method: 'POST', path: trainingPaths.changeSession(':id'), may: keepers, audit: 'review.correct-training', handle: async (visit) => await withSession(visit, async (one) => await saveSession(visit, one)) },
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'training', hasErrors: errors !== undefined });
  }

  function enters(visit: Visit) {
    return keepers.roles.some((role) => hasRole(visit, role));
  }

  function done(visit: Visit) {
    return redirect(`${localized(visit.language, trainingPaths.office)}?saved=yes`);
  }

  async function showOffice(visit: Visit): Promise<Answer> {
    const [courses, sessions, units, trained] = [await listCourses(visit), await listSessionLines(visit), await listUnits(visit), await listTrained(visit, visit.today)];
    return page(<OfficePage frame={frame(visit, trainingWords[visit.language].office)} courses={courses} sessions={sessions} units={units} trained={trained} enters={enters(visit)} saved={visit.query.has('saved')} />);
  }

  async function unitsPage(visit: Visit, errors?: FieldErrors) {
    return <UnitsPage frame={frame(visit, trainingWords[visit.language].units, errors)} units={await listUnits(visit)} strengths={await listStrengths(visit)} enters={enters(visit)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function postUnit(visit: Visit): Promise<Answer> {
    const read = readStrength(visit.form, visit.language, { today: visit.today, units: await listUnits(visit) });
    if (read.errors) return invalid(await unitsPage(visit, read.errors));
    visit.about('training-unit', await countOfficers(visit, read.value));
    return done(visit);
  }

  function coursePage(visit: Visit, course: Course | undefined, errors?: FieldErrors) {
    const words = trainingWords[visit.language];
    return <CourseFormPage frame={frame(visit, course ? words.changeCourse : words.addCourse, errors)} course={course} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function withCourse(visit: Visit, then: (course: Course) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const course = isId(id) ? (await listCourses(visit)).find((one) => one.id === id) : undefined;
    return course ? await then(course) : notFound;
  }

  async function saveCourse(visit: Visit, course: Course | undefined): Promise<Answer> {
    const read = readCourse(visit.form, visit.language);
    if (read.errors) return invalid(coursePage(visit, course, read.errors));
    visit.about('training-course', course ? await changeCourse(visit, course.id, read.value) : await addCourse(visit, read.value));
    return done(visit);
  }

  async function sessionPage(visit: Visit, session: TrainingSession | undefined, errors?: FieldErrors) {
    const words = trainingWords[visit.language];
    return (
      <SessionFormPage frame={frame(visit, session ? words.changeSession : words.addSession, errors)} courses={await listCourses(visit)} units={await listUnits(visit)} session={session}
        attendance={session ? await listAttendance(visit, session.id) : []} typed={errors ? visit.form : emptyForm} errors={errors} />
    );
  }

  async function withSession(visit: Visit, then: (session: TrainingSession) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const session = isId(id) ? await findTrainingSession(visit, id) : undefined;
    if (!session) return notFound;
    visit.about('training-session', session.id);
    return await then(session);
  }

  async function saveSession(visit: Visit, session: TrainingSession | undefined): Promise<Answer> {
    const read = readSession(visit.form, visit.language, { today: visit.today, courses: (await listCourses(visit)).map(({ id }) => id), units: await listUnits(visit) });
    if (read.errors) return invalid(await sessionPage(visit, session, read.errors));
    visit.about('training-session', session ? await correctSession(visit, session.id, read.value) : await enterSession(visit, read.value));
    return done(visit);
  }
}
