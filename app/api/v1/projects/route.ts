import { listingOf } from '@/lib/page';
import { listProjects, projectsQuery } from '@/lib/project/read-project';
import { respond } from '@/app/_gate/respond';
import { beginProject } from '@/lib/codebook/begin-project';
import { projectInput, projectView } from '@/lib/project/project';

export const GET = respond(
  {
    summary: 'List your projects, newest first',
    who: 'known',
    query: projectsQuery,
    answer: listingOf(projectView),
  },
  ({ viewer, query }) => listProjects(viewer, query),
);

export const POST = respond(
  {
    summary: 'Create a project with the codebook Basic 3',
    who: 'known',
    body: projectInput,
    answer: projectView,
    status: 201,
  },
  ({ viewer, body }) => beginProject(viewer, body),
);
