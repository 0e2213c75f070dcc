import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { listPublic, type PublicRecommendation } from './queries.ts';

export type LinkedCourse = { readonly id: string; readonly title: Bilingual };
/** The courses that answer a recommendation. */
export async function listLinkedCourses({ sql }: Scope, recommendation: string): Promise<LinkedCourse[]> {
  return await sql<LinkedCourse[]>`select c.id, c.title from review.recommendation_course l join review.training_course c on c.id = l.course_id where l.recommendation_id = ${recommendation} order by c.made_on, c.id`;
}

/** The recommendations that a course answers, as everybody may read them. */
export async function listAnsweredBy(scope: Scope, course: string): Promise<PublicRecommendation[]> {
  const linked = await scope.sql<{ id: string }[]>`select recommendation_id as id from review.recommendation_course where course_id = ${course}`;
  return linked.length === 0 ? [] : (await listPublic(scope)).filter((one) => linked.some(({ id }) => id === one.id));
}

export async function linkCourse(scope: Scope, recommendation: string, course: string): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into review.recommendation_course (recommendation_id, course_id, linked_by, linked_on) values (${recommendation}, ${course}, ${accountOf(scope)}, ${today}) on conflict do nothing`;
}

export async function unlinkCourse({ sql }: Scope, recommendation: string, course: string): Promise<boolean> {
  return (await sql`delete from review.recommendation_course where recommendation_id = ${recommendation} and course_id = ${course}`).count > 0;
}
