import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';

/** How many articles somebody has begun but not submitted, and how many they have submitted. */
export type WorkDone = { begun: number; submitted: number };

/** A number with its noun: `1 article`, `2 articles`, `1,200 articles`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** How far one is with a project, in words; empty for those who have nothing to do in it. */
export function projectProgressMessage(
  { role, articles }: Pick<ProjectView, 'role' | 'articles'>,
  { begun, submitted }: WorkDone,
): string {
  if (!may(role, 'write own layer') || articles === 0) return '';
  if (submitted >= articles) return 'You have submitted every article';
  if (submitted === 0 && begun === 0) return 'You have not begun';
  const begunText = begun === 0 ? '' : `, ${begun.toLocaleString('en-US')} begun`;
  return `You have submitted ${submitted.toLocaleString('en-US')} of ${articles.toLocaleString('en-US')}${begunText}`;
}
