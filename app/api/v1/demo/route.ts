import { reply, respond } from '@/app/_gate/respond';
import { demoView, fillDemo } from '@/lib/interchange/fill-demo';

export const POST = respond(
  {
    summary: 'Create the demo project, or find yours',
    who: 'known',
    answer: demoView,
    status: 201,
  },
  async ({ viewer }) => {
    const demo = await fillDemo(viewer);
    return reply(demo, { status: demo.made ? 201 : 200 });
  },
);
