/** Milliseconds of this thread's processor time that `work` takes, the time when others have the processor left out: for ratios of pure computation. */
export function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
