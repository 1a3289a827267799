import type { Unsent } from '@/components/outbox/leave-browser';

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];

/** What has not reached the server, in a sentence. */
export function unsentMessage({ waiting, refused, decisions }: Unsent): string {
  const parts = [
    ...counted(waiting, 'change waits to be sent', 'changes wait to be sent'),
    ...counted(decisions, 'decision waits to be sent', 'decisions wait to be sent'),
    ...counted(
      refused,
      'change was not accepted and is kept for you to copy',
      'changes were not accepted and are kept for you to copy',
    ),
  ];
  return `In this browser alone: ${parts.join(', ')}.`;
}
