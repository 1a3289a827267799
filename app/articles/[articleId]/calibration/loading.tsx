import { PanelSkeleton } from '@/components/charts/panel-section';
import { Page } from '@/components/ui/page';

export default function Loading() {
  return (
    <Page>
      <PanelSkeleton />
    </Page>
  );
}
