// Follows every removal, whoever asked for it.
on('sonorancad-remove911:cleared', (callId, requester) => {
    console.log(`Call ${callId} was cleared for ${requester.name}`);
});

on('sonorancad-remove911:failed', (callId, code, message, requester) => {
    console.log(`Call ${callId} was not cleared for ${requester.name}: ${code}`);
});
