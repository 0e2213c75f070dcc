import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, though its files are short: begun last it would keep one process busy while the other waits. */
const slow = ['src/modules/access/proof/', 'src/modules/access/mutants.test.ts', 'src/modules/access/matrix.test.ts', 'test/journeys/'];

/** The order of the test files: the slow ones first, then the largest. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => slow.findIndex((part) => moduleId.includes(`/${part}`));
    return slow.flatMap((_part, place) => sorted.filter((file) => rank(file) === place)).concat(sorted.filter((file) => rank(file) < 0));
  }
}
