if (GetResourceState('sonorancad-remove911') === 'started') {
    exports['sonorancad-remove911'].clear911(101);
} else {
    console.log('sonorancad-remove911 is not started: clear call 101 in the CAD.');
}
