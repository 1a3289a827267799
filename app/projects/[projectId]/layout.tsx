import type { ReactNode } from 'react';
import { visitOf } from '@/app/_gate/project-of-page';
import { ProjectFrame } from '@/components/project/project-frame';

export default async function ProjectLayout({
  params,
  children,
}: {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}) {
  const visit = await visitOf(params);
  if (visit === null) return children;
  return <ProjectFrame project={visit.project}>{children}</ProjectFrame>;
}
