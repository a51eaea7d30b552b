// Starts a command as a subject, says so, and waits to be ended: the command must end with it.
import { createCommandSubject } from '../command-subject.ts'
import { completeAssignment } from '../../exam/exam-policy.ts'

const [, , command = ''] = process.argv
await createCommandSubject({ name: 'abandoned', command }).start(completeAssignment({}))
process.stdout.write('started\n')
