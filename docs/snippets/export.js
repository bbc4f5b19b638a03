// Clears two calls with one request.
exports['sonorancad-remove911'].clear911([101, 102], (result) => {
    for (const callId of result.cleared) {
        console.log(`Cleared: ${callId}`);
    }
    for (const failure of result.failed) {
        console.log(`Not cleared: ${failure.callId}, ${failure.code}`);
    }
});
