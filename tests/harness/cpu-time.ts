/** The processor time of this process since `before`, in milliseconds, independent of the machine's load. */
export function cpuTime(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
