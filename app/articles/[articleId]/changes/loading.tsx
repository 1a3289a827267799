import { PanelSkeleton } from '@/components/charts/panel-skeleton';
import { Page } from '@/components/ui/page';

export default function Loading() {
  return (
    <Page>
      <PanelSkeleton />
    </Page>
  );
}
