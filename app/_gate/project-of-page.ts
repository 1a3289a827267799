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

/** A viewer and a project that they may see. */
type Visit = { viewer: Viewer; project: ProjectView };

type Params = Promise<{ projectId: string }>;

const address = z.object({ projectId: z.uuid() });

/**
 * For the `catch` of a page: shows the not-found page where a verb says that something is absent or
 * an address is invalid, and the account page where the project requires a second factor; other
 * errors are thrown again.
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

/**
 * The viewer and the project of a page’s address; null for visitors, whom the page sends to sign
 * in. Computed once per request.
 */
export async function visitOf(params: Params): Promise<Visit | null> {
  return visit(await projectIdOf(params));
}

/**
 * The viewer and the project of a page’s address; visitors sign in first and come back to `subpath`
 * of the project.
 */
export async function projectOfPage(params: Params, subpath = ''): Promise<Visit> {
  const projectId = await projectIdOf(params);
  await pageViewer(`/projects/${projectId}${subpath}`);
  return (await visit(projectId)) ?? notFound();
}

/** A page’s content that is too much to compute now, with a sentence for the viewer. */
export type TooMuch = { tooMuch: string };

const reasons = new Set<Reason>(['costly', 'busy', 'too-many']);

/**
 * For the `catch` of a computation: the sentence of a refusal for its size; what is absent shows
 * the not-found page.
 */
export function orTooMuch(thrown: unknown): TooMuch {
  if (thrown instanceof Refusal && reasons.has(thrown.reason)) return { tooMuch: thrown.message };
  return orNotFound(thrown);
}
