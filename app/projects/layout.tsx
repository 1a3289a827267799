import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';

export default function ProjectsLayout({ children }: { children: ReactNode }) {
  return <Page>{children}</Page>;
}
