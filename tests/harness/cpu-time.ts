/** Milliseconds that this process has worked since `before`, whatever else the machine does. */
export function cpuTime(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
