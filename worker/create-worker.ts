import { Worker, type NativeConnection } from '@temporalio/worker';
import type { Database } from '#prisma/client.ts';
import { runActivities } from './activities/batch/run-activities.ts';

export interface WorkerParts {
  connection: NativeConnection;
  database: Database;
  namespace: string;
  taskQueue: string;
  /** The built workflow bundle. */
  bundle: string;
}

/** The Temporal worker: the deal workflow from the built bundle, and the activities of runs. */
export async function createWorker(parts: WorkerParts): Promise<Worker> {
  return Worker.create({
    connection: parts.connection,
    namespace: parts.namespace,
    taskQueue: parts.taskQueue,
    workflowBundle: { codePath: parts.bundle },
    activities: runActivities(parts.database),
    shutdownGraceTime: '10s',
    reuseV8Context: true,
    workflowThreadPoolSize: 1,
    maxCachedWorkflows: 1_000,
    maxConcurrentWorkflowTaskExecutions: 100,
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
    // As many as the database has connections here.
    maxConcurrentLocalActivityExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
  });
}
