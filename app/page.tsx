import { listProjects } from '@/lib/project/read-project';
import { redirect } from 'next/navigation';
import { pageVisitor } from '@/app/_gate/viewer';
import { NobodyYet } from '@/components/project/nobody-yet';
import { StartPage } from '@/components/project/start-page';
import { Page } from '@/components/ui/page';
import { isAnybodyHere } from '@/lib/access/is-anybody-here';
import { readOwnProgress } from '@/lib/annotation/read-own-progress';

export const metadata = { title: { absolute: 'Projects · Parallax' } };

const query = { limit: 1000 };

export default async function HomePage() {
  const viewer = await pageVisitor();
  if (viewer === null) {
    if (await isAnybodyHere()) redirect('/sign-in');
    return (
      <Page>
        <NobodyYet />
      </Page>
    );
  }
  const [{ items: projects }, { items: archived }, progress] = await Promise.all([
    listProjects(viewer, query),
    listProjects(viewer, { ...query, archived: true }),
    readOwnProgress(viewer),
  ]);
  return (
    <Page>
      <StartPage projects={projects} archived={archived} progress={progress} />
    </Page>
  );
}
