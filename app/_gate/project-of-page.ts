import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { logRefusal } from '@/lib/access/log-refusal';
import type { Viewer } from '@/lib/access/viewer';
import type { ProjectView } from '@/lib/project/project';
import { readProject } from '@/lib/project/read-project';
import type { Reason } from '@/lib/refusal';
import { Refusal } from '@/lib/refusal';
import { pageViewer, pageVisitor } from './viewer';

/** Somebody at a project that they may see. */
export type Visit = { viewer: Viewer; project: ProjectView };

type Params = Promise<{ projectId: string }>;

const address = z.object({ projectId: z.uuid() });

/**
 * Shows the page for what is not there when a verb says that it is absent, or that an address does
 * not hold, and the account page where a project asks for a second factor; anything else stays what
 * it is.
 */
export function orNotFound(thrown: unknown): never {
  if (thrown instanceof Refusal) logRefusal(thrown, 'A page');
  if (thrown instanceof Refusal && (thrown.reason === 'absent' || thrown.reason === 'invalid'))
    notFound();
  if (thrown instanceof Refusal && thrown.type === 'second-factor-needed')
    redirect('/account?wanted=second-factor');
  throw thrown;
}

const visit = cache(async (projectId: string): Promise<Visit | null> => {
  const viewer = await pageVisitor();
  return viewer && { viewer, project: await readProject(viewer, projectId).catch(orNotFound) };
});

const projectIdOf = async (params: Params): Promise<string> =>
  address.safeParse(await params).data?.projectId ?? notFound();

/** Who is at which project; null for nobody, whom the page sends to sign in. Read once a request. */
export async function visitOf(params: Params): Promise<Visit | null> {
  return visit(await projectIdOf(params));
}

/** Who is at the project of this page; nobody signs in first and comes back to it, `under` the project. */
export async function projectOfPage(params: Params, under = ''): Promise<Visit> {
  const projectId = await projectIdOf(params);
  await pageViewer(`/projects/${projectId}${under}`);
  return (await visit(projectId)) ?? notFound();
}

/** What a page has more of than can be computed now, in words for its viewer. */
export type TooMuch = { tooMuch: string };

const reasons = new Set<Reason>(['costly', 'busy', 'too-many']);

/** For the `catch` of a computation: a refusal for its size in words; what is absent is not found. */
export function orTooMuch(thrown: unknown): TooMuch {
  if (thrown instanceof Refusal && reasons.has(thrown.reason)) return { tooMuch: thrown.message };
  return orNotFound(thrown);
}
