// Clears call 101. The callback is called once, with one object.
emit('sonorancad-remove911:clear', 101, (result) => {
    if (result.ok) {
        console.log('Call 101 is cleared.');
    } else {
        console.log(`Call 101 is not cleared: ${result.failed[0].message}`);
    }
});
