import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { changeProject, archiveProject } from '@/lib/project/change-project';
import { projectChanges, projectView } from '@/lib/project/project';
import { readProject } from '@/lib/project/read-project';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  { summary: 'Read a project', who: 'known', params, answer: projectView },
  ({ viewer, params: { projectId } }) => readProject(viewer, projectId),
);

export const PATCH = respond(
  {
    summary: 'Change a project’s settings',
    who: 'known',
    params,
    body: projectChanges,
    answer: projectView,
  },
  ({ viewer, params: { projectId }, body }) => changeProject(viewer, projectId, body),
);

export const DELETE = respond(
  { summary: 'Archive a project', who: 'known', params, answer: null },
  ({ viewer, params: { projectId } }) => archiveProject(viewer, projectId),
);
