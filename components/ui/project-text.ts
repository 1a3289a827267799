import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { BlindPolicy, ProjectView } from '@/lib/project/project';

/** What a role is called on a page, what one such is called, and what one may do, in a sentence. */
export const roleText: Record<Role, { name: string; one: string; does: string }> = {
  owner: {
    name: 'Owner',
    one: 'an owner',
    does: 'Changes settings and roles, archives the project, and does all that managers do.',
  },
  manager: {
    name: 'Manager',
    one: 'a manager',
    does: 'Adds articles, edits the codebook, invites analysts and viewers, and sees every reading.',
  },
  analyst: { name: 'Analyst', one: 'an analyst', does: 'Reads the articles and highlights them.' },
  viewer: {
    name: 'Viewer',
    one: 'a viewer',
    does: 'Reads the articles and what is open to viewers.',
  },
};

/** What somebody in a role does, as a whole sentence. */
export function roleSentence(role: Role): string {
  const { one, does } = roleText[role];
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} ${does.charAt(0).toLowerCase()}${does.slice(1)}`;
}

/** What a blind policy is called in a form, and what it means for the people of the project. */
export const blindPolicyText: Record<BlindPolicy, { name: string; means: string }> = {
  open: {
    name: 'At once',
    means: 'Everybody sees everybody’s highlights as they are made. Readings may sway one another.',
  },
  'after-submit': {
    name: 'After submitting their own',
    means:
      'An analyst sees colleagues’ highlights of an article once they have submitted theirs. Viewers see the consensus.',
  },
  closed: {
    name: 'Never',
    means:
      'Only managers and owners see everybody’s highlights. Analysts see the consensus once they have submitted; viewers see it, too.',
  },
};

/** What the reader sees of others’ highlights here, said to them. */
export function seenByMe(role: Role, blind: BlindPolicy): string {
  if (may(role, 'see every layer')) return 'You see everybody’s highlights.';
  if (blind === 'open') return 'Everybody here sees everybody’s highlights.';
  if (!may(role, 'write own layer')) return 'You see the articles and their consensus.';
  return blind === 'closed'
    ? 'Nobody but managers and owners sees your highlights, and you see no colleague’s.'
    : 'You see colleagues’ highlights of an article once you have submitted yours.';
}

/** What an export holds for the reader, said to them. */
export function exportHolds(role: Role, blind: BlindPolicy): string {
  if (may(role, 'see every layer') || blind === 'open')
    return 'Everybody’s highlights in this project. Archived articles are left out.';
  const what = !may(role, 'write own layer')
    ? 'The consensus of each article'
    : blind === 'closed'
      ? 'Your highlights, and the consensus of what you have submitted'
      : 'Your highlights, and everybody’s in the articles that you have submitted';
  return `${what}. Archived articles are left out.`;
}

/** How many articles somebody has begun but not submitted, and how many they have submitted. */
export type WorkDone = { begun: number; submitted: number };

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
