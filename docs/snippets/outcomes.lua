-- Follows every removal, whoever asked for it.
AddEventHandler('sonorancad-remove911:cleared', function(callId, requester)
    print('Call ' .. callId .. ' was cleared for ' .. requester.name)
end)

AddEventHandler('sonorancad-remove911:failed', function(callId, code, message, requester)
    print('Call ' .. callId .. ' was not cleared for ' .. requester.name .. ': ' .. code)
end)
