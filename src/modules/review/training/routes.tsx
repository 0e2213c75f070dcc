import { isId } from '#app/platform/db/id.ts';
import { type Answer, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { listFigures, listReleased } from '#app/modules/insight/index.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listAnsweredBy } from '../recommendation/course-queries.ts';
import { strengthCube, trainedCube } from './cube.ts';
import { yearsOf } from './figures.ts';
import { trainingPaths } from './paths.ts';
import { CoursePage, TrainingPage } from './public-pages.tsx';
import { listCourses, listHeld, listUnitNames } from './queries.ts';
import { trainingWords } from './words.ts';

/** The series of figures that others published about training, in a community's pack. */
const publishedSeries = 'officers-trained';

/** What everybody may know of training: courses, and the numbers that passed the gate. */
export function trainingRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: trainingPaths.list, may: 'anyone', audit: 'none', cached: true, handle: showList },
    { method: 'GET', path: trainingPaths.course(':id'), may: 'anyone', audit: 'none', cached: true, handle: showCourse },
  ];

  async function published(visit: Visit) {
    return yearsOf(await listReleased(visit, [trainedCube, strengthCube]));
  }

  async function showList(visit: Visit): Promise<Answer> {
    const figures = (await listFigures(visit)).filter((one) => one.definition.series === publishedSeries && one.value !== undefined);
    const frame = frameOf(visit, site(), { title: trainingWords[visit.language].title, current: 'training' });
    return page(<TrainingPage frame={frame} courses={await listCourses(visit)} held={await listHeld(visit)} years={await published(visit)} figures={figures} />);
  }

  async function showCourse(visit: Visit): Promise<Answer> {
    const id = visit.params.id ?? '';
    const course = isId(id) ? (await listCourses(visit)).find((one) => one.id === id) : undefined;
    if (!course) return notFound;
    const units = (await listUnitNames(visit)).map((one) => ({ id: one.id, name: one.name[visit.language] }));
    const held = (await listHeld(visit)).filter((one) => one.course === course.id);
    const frame = frameOf(visit, site(), { title: course.title[visit.language], current: 'training' });
    return page(<CoursePage frame={frame} course={course} held={held} years={await published(visit)} units={units} answers={await listAnsweredBy(visit, course.id)} />);
  }
}
