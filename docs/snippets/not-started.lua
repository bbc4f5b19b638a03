if GetResourceState('sonorancad-remove911') == 'started' then
    exports['sonorancad-remove911']:clear911(101)
else
    print('sonorancad-remove911 is not started: clear call 101 in the CAD.')
end
