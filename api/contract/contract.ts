import { absencesContract } from './absences.ts';
import { adminContract, devMailContract } from './admin.ts';
import { dealsContract } from './deals.ts';
import { notificationsContract } from './notifications.ts';
import { processesContract } from './processes.ts';
import { sessionContract, statusContract } from './session.ts';
import { tasksContract } from './tasks.ts';

/**
 * Every JSON route under /api, shared by the api and the designer. Beside it stand three routes
 * with other bodies: POST /deals/{dealId}/files?field=&task= (multipart), GET /files/{id}, and
 * GET /live (server-sent events).
 */
export const contract = {
  session: sessionContract,
  status: statusContract,
  processes: processesContract,
  deals: dealsContract,
  tasks: tasksContract,
  notifications: notificationsContract,
  absences: absencesContract,
  admin: adminContract,
  devMail: devMailContract,
};
